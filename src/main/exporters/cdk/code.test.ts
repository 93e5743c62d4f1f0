import { expect, it } from 'vitest'
import { codeText, memberName, quoted, textCode, type CodeGroup } from './code'

const list = (items: readonly string[]): CodeGroup => ({
  open: '[',
  items: items.map((code) => ({ label: '', code })),
  close: ']',
  isSpaced: false,
})

it('keeps what fits on one line, and breaks what does not, part by part', () => {
  const long = 'x'.repeat(90)
  const object: CodeGroup = {
    open: 'f({',
    items: [
      { label: 'short: ', code: list(['1', '2']) },
      { label: 'long: ', code: quoted(long) },
    ],
    close: '})',
    isSpaced: true,
  }
  expect(codeText({ ...object, items: object.items.slice(0, 1) }, '')).toBe('f({ short: [1, 2] })')
  expect(codeText(object, '  ')).toBe(`f({\n    short: [1, 2],\n    long: '${long}',\n  })`)
})

it('writes nothing between brackets that hold nothing', () => {
  expect(codeText({ open: '{', items: [], close: '}', isSpaced: true }, '')).toBe('{}')
})

it('quotes every text so that it reads back as it was', () => {
  const texts = ["it's", '"', `both ' and "`, '\\', '\\"', '${x}', '`', '\u2028\u2029', '\ud800', "'*'", 'tab\tnul\0']
  const read = (literal: string) => JSON.parse(literal.startsWith('"') ? literal : doubleQuoted(literal)) as string
  expect(texts.map((text) => read(quoted(text)))).toEqual(texts)
})

it('prefers double quotes for texts in single quotes, as mappings have them', () => {
  expect([quoted("'*'"), quoted('plain'), quoted(`'"`)]).toEqual([`"'*'"`, "'plain'", `'\\'"'`])
})

it('writes a text of several lines as a list of lines', () => {
  expect(codeText(textCode('#set($a = 1)\n$a'), '')).toBe("[\n  '#set($a = 1)',\n  '$a',\n].join('\\n')")
})

it('writes names without quotes where they need none, and __proto__ as a member like any other', () => {
  expect(['name', '$ref', '200', 'a-b', '__proto__'].map(memberName)).toEqual([
    'name',
    '$ref',
    "'200'",
    "'a-b'",
    "['__proto__']",
  ])
})

/** 'a"b' as JSON would have it. */
function doubleQuoted(literal: string): string {
  return `"${literal.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"`
}
