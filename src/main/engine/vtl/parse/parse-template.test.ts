import { describe, expect, it } from 'vitest'
import { parseTemplate } from './parse-template'

/** "line:column message" of each problem. */
function problemsOf(source: string): string[] {
  return parseTemplate(source).problems.map(({ range, message }) => `${range.line}:${range.column} ${message}`)
}

describe('parseTemplate', () => {
  it('accepts what only looks like a directive or a reference', () => {
    for (const text of [
      '#fff',
      '#nosuch(1)',
      '#set',
      '$5.00',
      '$',
      '#',
      '$!',
      '${}',
      'a@b',
      '#[x',
      '\\',
      '$[0]',
      '$.a',
    ].map((part) => `${part} x`)) {
      expect([text, problemsOf(text)]).toEqual([text, []])
    }
  })

  it('finds every problem in one reading, in order of place', () => {
    expect(problemsOf('#set($x = [1,])\n$ok\n#set($y = 3-1)\n#if($z)\ntext')).toEqual([
      '1:14 An argument is expected here, not "]".',
      '3:12 An operator or the ")" of #set( is expected here, not "-1". A minus needs a blank on both sides.',
      '4:1 #if is never closed. Add #end where it ends.',
    ])
  })

  it('does not blame the #end of a directive that was opened wrongly', () => {
    expect(problemsOf('#foreach($x in $list\n  $x\n#end\nrest')).toEqual([
      '3:1 An argument or the ")" of #foreach( is expected here, not "#end".',
    ])
    expect(problemsOf('#if($a = 1)x#end')).toEqual([
      '1:8 An operator or the ")" of #if( is expected here, not "=". Compare with "==".',
    ])
  })

  it('says where #else and #end have no home', () => {
    expect(problemsOf('a#end b#else')).toEqual([
      '1:2 #end has nothing to end: there is no open #if, #foreach, #macro or #define here.',
      '1:8 #else has nothing to belong to: there is no open #if here.',
    ])
    expect(problemsOf('#foreach($i in [1..3])$i#else none#end')).toEqual([
      '1:25 #else belongs to #if, not to #foreach.',
    ])
    expect(problemsOf('#if($a)1#else 2#else 3#end')).toEqual(['1:16 #else stands behind the #else of the same #if.'])
  })

  it('finds problems between double quotes at their place in the template', () => {
    expect(problemsOf('#set($x = "a #if($b) c")')).toEqual(['1:14 #if is never closed. Add #end where it ends.'])
  })

  it('counts \\r\\n as one line break', () => {
    expect(problemsOf('a\r\nb\r\n#end').map((problem) => problem.slice(0, 3))).toEqual(['3:1'])
  })

  it('tells a string that is never closed from the quote in it', () => {
    expect(problemsOf("#set($x = 'open)\n$x")).toEqual([
      "1:11 This string is never closed. Add the closing '; inside of a string a ' is written twice.",
    ])
    expect(problemsOf("#set($x = 'it''s')")).toEqual([])
  })

  it('refuses a template that ends in a lone sign', () => {
    expect(problemsOf('cost $').map((problem) => problem.slice(0, 35))).toEqual(['1:6 The template ends in the middle'])
  })

  it('takes blanks before a #set only where nothing else stands on the line', () => {
    const texts = (source: string) =>
      parseTemplate(source).statements.map((node) => (node.kind === 'text' ? node.text : node.kind))
    expect(texts('a\n  #set($x = 1)\nb')).toEqual(['a\n  ', 'set', 'b'])
    expect(texts('#set($x = 1)\n  #set($y = 2)\nb')).toEqual(['set', 'set', 'b'])
  })

  it('ends nesting that no template needs with a problem', () => {
    const deep = `#set($x = ${'('.repeat(5000)}1${')'.repeat(5000)})`
    expect(parseTemplate(deep).problems.map(({ code }) => code)).toContain('template/nested-too-deeply')
    const lists = `#set($x = ${'[$a.b('.repeat(60)}1${')]'.repeat(60)})`
    expect(parseTemplate(lists).problems.length).toBeGreaterThan(0)
  })

  it('stops looking after fifty problems', () => {
    expect(parseTemplate('#end\n'.repeat(10_000)).problems).toHaveLength(50)
  })
})
