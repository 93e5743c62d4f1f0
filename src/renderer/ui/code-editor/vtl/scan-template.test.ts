import { expect, test } from 'vitest'
import { isSilent, scanTemplate } from './scan-template'

/** "set( $a = 1)" for a directive with its arguments, "end" for one without. */
function directives(text: string): string[] {
  return scanTemplate(text).directives.map(({ name, args }) =>
    args === null ? name : `${name}(${text.slice(args.start, args.end)})`,
  )
}

test('finds directives with their arguments, in braces too', () => {
  const text = '#set( $a = 1)#if ($a == (2))x#{else}y#elseif($b)#{end}#foreach($i in [1,2])$i#break#end#stop'
  expect(directives(text)).toEqual([
    'set( $a = 1)',
    'if($a == (2))',
    'else',
    'elseif($b)',
    'end',
    'foreach($i in [1,2])',
    'break',
    'end',
    'stop',
  ])
})

test('parentheses in quotes close nothing', () => {
  expect(directives(`#set($a = ")" + ')')#end`)).toEqual([`set($a = ")" + ')')`, 'end'])
})

test('an argument may go over several lines', () => {
  expect(directives('#set($m = {\n  "a": 1\n})')).toEqual(['set($m = {\n  "a": 1\n})'])
})

test('a directive that is being written takes its line only', () => {
  expect(directives('#set($a = $input.\n  "b": 1\n#if($x)\n#end')).toEqual(['set($a = $input.)', 'if($x)', 'end'])
})

test('escaped directives are text, but two backslashes are not an escape', () => {
  expect(directives(String.raw`\#if \\#end \\\#set($a=1)`)).toEqual(['end'])
})

test('nothing in comments and unparsed text is a directive', () => {
  const text = '## #if\n#* #set($a=1)\n#end *#x#[[ #end ]]#'
  const scan = scanTemplate(text)
  expect([directives(text), scan.silent.map(({ kind, start, end }) => [kind, text.slice(start, end)])]).toEqual([
    [],
    [
      ['comment', '## #if'],
      ['comment', '#* #set($a=1)\n#end *#'],
      ['literal', '#[[ #end ]]#'],
    ],
  ])
})

test('a comment that is not closed goes on to the end', () => {
  expect(directives('#* #end')).toEqual([])
})

test('the end of a line comment is still silent, its start and the place after a block comment are not', () => {
  const scan = scanTemplate('## a\n#* b *#c')
  expect([0, 1, 4, 5, 6, 12].map((offset) => isSilent(scan, offset))).toEqual([false, true, true, false, true, false])
})

test('a hundred thousand directives that are not closed are read in one go', () => {
  expect(scanTemplate('#if('.repeat(100_000)).directives).toHaveLength(1)
  expect(scanTemplate(' #a(\n'.repeat(50_000)).directives).toHaveLength(50_000)
})
