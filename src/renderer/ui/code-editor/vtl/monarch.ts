import type { languages } from 'monaco-editor/editor'

type Rules = languages.IMonarchLanguageRule[]

const LINE_COMMENT: Rules = [[/##[^\n]*/, 'comment']]

const BLOCK_COMMENT: Rules = [[/#\*/, 'comment', '@blockComment']]

const LITERAL: Rules = [[/#\[\[/, 'comment', '@literal']]

/** `$name`, `$!name`, `${name` and what may follow. In text a dot belongs to a reference only when a name follows. */
const REFERENCES: Rules = [
  [/\$!?\{[A-Za-z_][\w-]*/, 'reference', '@braced'],
  [/\$!?[A-Za-z_][\w-]*(?=\.[A-Za-z_]|\(|\[)/, 'reference', '@reference'],
  [/\$!?[A-Za-z_][\w-]*/, 'reference'],
]

const DIRECTIVES: Rules = [
  [/#\{(?:else|end|break|stop)\}/, 'directive'],
  [/#(?:else|end|break|stop)(?![\w-])/, 'directive'],
  [/#\{?@?[A-Za-z_][\w-]*\}?(?=[ \t]*\()/, 'directive', '@directive'],
  [/#\{?@?[A-Za-z_][\w-]*\}?/, 'directive'],
]

/** A backslash keeps what follows from being VTL; two are one that does not. */
const ESCAPES: Rules = [
  [/\\\\(?=\\*[$#])/, ''],
  [/\\[$#]/, ''],
]

/** What stands between parentheses and brackets of VTL. A line that begins with a directive ends what was left open. */
const EXPRESSION: Rules = [
  [/^[ \t]*#\{?(?:set|if|elseif|else|end|foreach|break|stop|macro|define)\b/, { token: '@rematch', next: '@popall' }],
  ...REFERENCES,
  [/'(?:[^']|'')*'?/, 'string'],
  [/"/, 'string', '@quoted'],
  [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
  [/\b(?:true|false|null|in|and|or|not|eq|ne|gt|ge|lt|le)\b/, 'keyword'],
  [/[[({]/, 'delimiter', '@nested'],
  [/[=!<>|&+*/%,:.-]+/, 'delimiter'],
]

/** Colours VTL inside of JSON: directives, references also inside of texts, and the JSON around them. */
export const VTL_TOKENS: languages.IMonarchLanguage = {
  defaultToken: '',
  // Rules see the end of each line, which ends a text of JSON.
  includeLF: true,
  tokenizer: {
    root: [
      ...LINE_COMMENT,
      ...BLOCK_COMMENT,
      ...LITERAL,
      ...ESCAPES,
      ...DIRECTIVES,
      ...REFERENCES,
      // A text that a colon follows on its line is a key.
      [/"(?=(?:[^"\\\n]|\\.)*"\s*:)/, 'key', '@key'],
      [/"/, 'string', '@string'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/[{}[\],:]/, 'delimiter'],
      [/[A-Za-z_]\w*/, ''],
    ],
    blockComment: [
      [/\*#/, 'comment', '@pop'],
      [/[^*]+|\*/, 'comment'],
    ],
    literal: [
      [/\]\]#/, 'comment', '@pop'],
      [/[^\]]+|\]/, 'string'],
    ],
    key: [[/"|\n/, 'key', '@pop'], ...ESCAPES, ...REFERENCES, [/\\./, 'key'], [/[^"\\$\n]+|./, 'key']],
    string: [
      [/"|\n/, 'string', '@pop'],
      ...ESCAPES,
      ...BLOCK_COMMENT,
      ...LITERAL,
      ...DIRECTIVES,
      ...REFERENCES,
      [/\\./, 'string'],
      [/[^"\\$#\n]+|./, 'string'],
    ],
    // A text in quotes of VTL: references in it are run, backslashes mean nothing.
    quoted: [[/""/, 'string'], [/"/, 'string', '@pop'], ...REFERENCES, [/[^"$]+|\$/, 'string']],
    braced: [
      [/\}/, 'reference', '@pop'],
      [/\.[A-Za-z_][\w-]*/, 'reference'],
      [/[[(]/, 'delimiter', '@nested'],
      [/[^]/, { token: '@rematch', next: '@pop' }],
    ],
    reference: [
      [/\.[A-Za-z_][\w-]*/, 'reference'],
      [/[[(]/, 'delimiter', '@nested'],
      [/[^]/, { token: '@rematch', next: '@pop' }],
    ],
    nested: [[/[\])}]/, 'delimiter', '@pop'], ...EXPRESSION],
    directive: [[/[ \t]*\(/, { token: 'directive', switchTo: '@directiveArgs' }]],
    directiveArgs: [[/\)/, 'directive', '@pop'], ...EXPRESSION],
  },
}
