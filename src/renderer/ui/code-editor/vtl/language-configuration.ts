import type { languages } from 'monaco-editor/editor'

export const VTL_CONFIGURATION: languages.LanguageConfiguration = {
  comments: { lineComment: '##', blockComment: ['#*', '*#'] },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['comment'] },
    { open: '[', close: ']', notIn: ['comment'] },
    { open: '(', close: ')', notIn: ['comment'] },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    // Only where VTL has it: in the text around it, it is an apostrophe.
    { open: "('", close: "'", notIn: ['comment'] },
    { open: '#*', close: ' *#', notIn: ['comment'] },
    { open: '#[[', close: ']]#', notIn: ['comment'] },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
  wordPattern: /[A-Za-z_][\w-]*|-?\d+(?:\.\d+)?/g,
}
