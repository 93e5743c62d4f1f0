import type { languages } from 'monaco-editor/editor'

type Rules = languages.IMonarchLanguageRule[]

const COMMENTS: Rules = [
  [/##.*$/, 'comment'],
  [/#\*/, 'comment', '@blockComment'],
]

/** `$name`, `$!name`, `${name` and what may follow. In text a dot belongs to a reference only when a name follows. */
const REFERENCES: Rules = [
  [/\$!?\{[A-Za-z_][\w-]*/, 'reference', '@braced'],
  [/\$!?[A-Za-z_][\w-]*(?=\.[A-Za-z_]|\(|\[)/, 'reference', '@reference'],
  [/\$!?[A-Za-z_][\w-]*/, 'reference'],
]

const DIRECTIVES: Rules = [
  [/#\[\[/, 'comment', '@literal'],
  [/#\{(?:else|end|break|stop)\}/, 'directive'],
  [/#(?:else|end|break|stop)(?![\w-])/, 'directive'],
  [/#\{?@?[A-Za-z_][\w-]*\}?(?=[ \t]*\()/, 'directive', '@directive'],
  [/#\{?@?[A-Za-z_][\w-]*\}?/, 'directive'],
]

/** Backslashes keep what follows from being VTL. */
const ESCAPES: Rules = [[/\\[$#]/, '']]

/** What stands between parentheses and brackets of VTL. */
const EXPRESSION: Rules = [
  { include: '@references' },
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
  tokenizer: {
    root: [
      ...COMMENTS,
      ...ESCAPES,
      ...DIRECTIVES,
      { include: '@references' },
      // A text that a colon follows on its line is a key.
      [/"(?=(?:[^"\\]|\\.)*"\s*:)/, 'key', '@key'],
      [/"/, 'string', '@string'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/[{}[\],:]/, 'delimiter'],
      [/[A-Za-z_]\w*/, ''],
    ],
    references: REFERENCES,
    blockComment: [
      [/\*#/, 'comment', '@pop'],
      [/[^*]+|\*/, 'comment'],
    ],
    literal: [
      [/\]\]#/, 'comment', '@pop'],
      [/[^\]]+|\]/, 'string'],
    ],
    key: [[/"/, 'key', '@pop'], ...ESCAPES, { include: '@references' }, [/\\./, 'key'], [/[^"\\$]+|./, 'key']],
    string: [
      [/"/, 'string', '@pop'],
      ...ESCAPES,
      ...COMMENTS.slice(1),
      ...DIRECTIVES.slice(1),
      { include: '@references' },
      [/\\./, 'string'],
      [/[^"\\$#]+|./, 'string'],
      [/$/, 'string', '@pop'],
    ],
    // A text in quotes of VTL: references in it are run, backslashes mean nothing.
    quoted: [[/""/, 'string'], [/"/, 'string', '@pop'], { include: '@references' }, [/[^"$]+|./, 'string']],
    braced: [
      [/\}/, 'reference', '@pop'],
      [/\.[A-Za-z_][\w-]*/, 'reference'],
      [/[[(]/, 'delimiter', '@nested'],
      [/./, { token: '@rematch', next: '@pop' }],
    ],
    reference: [
      [/\.[A-Za-z_][\w-]*/, 'reference'],
      [/[[(]/, 'delimiter', '@nested'],
      [/./, { token: '@rematch', next: '@pop' }],
      [/$/, '', '@pop'],
    ],
    nested: [[/[\])}]/, 'delimiter', '@pop'], ...EXPRESSION],
    directive: [[/[ \t]*\(/, { token: 'directive', switchTo: '@directiveArgs' }]],
    directiveArgs: [[/\)/, 'directive', '@pop'], ...EXPRESSION],
  },
}
