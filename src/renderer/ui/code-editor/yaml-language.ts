import type { languages } from 'monaco-editor/editor'

/** Colours YAML as projects are written: block style, keys, plain and quoted scalars. */
export const YAML_TOKENS: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenizer: {
    root: [
      [/(^|\s)#.*$/, 'comment'],
      [/"(?:[^"\\]|\\.)*"(?=\s*:(\s|$))/, 'key'],
      [/'(?:[^']|'')*'(?=\s*:(\s|$))/, 'key'],
      [/[^\s#\-[\]{},"'][^#:]*?(?=\s*:(\s|$))/, 'key'],
      [/"(?:[^"\\]|\\.)*"?/, 'string'],
      [/'(?:[^']|'')*'?/, 'string'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=\s*(#|,|\]|\}|$))/, 'number'],
      [/\b(?:true|false|null)\b(?=\s*(#|,|\]|\}|$))/, 'keyword'],
      [/-(?=\s)|[{}[\],:]/, 'delimiter'],
      [/[^\s#[\]{},:]+/, ''],
    ],
  },
}

export const YAML_CONFIGURATION: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['string', 'comment'] },
    { open: '[', close: ']', notIn: ['string', 'comment'] },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  onEnterRules: [{ beforeText: /:\s*$/, action: { indentAction: 1 } }],
}
