import { describe, expect, it } from 'vitest'
import { checkTemplate } from './check-template'
import { parseTemplate } from './parse/parse-template'

function warningsOf(source: string): string[] {
  return checkTemplate(parseTemplate(source)).map(({ range, message }) => `${range.line}:${range.column} ${message}`)
}

describe('checkTemplate', () => {
  it('says that a misspelt directive is printed', () => {
    expect(warningsOf('#IF($a)x\n#set $x = 1')).toEqual([
      '1:1 #IF is printed as text: directives are written in lower case, #if.',
      '2:1 #set without "(" behind it is printed as text. Write #set(...).',
    ])
  })

  it('leaves a macro of that name alone', () => {
    expect(warningsOf('#macro(Set)x#end#Set()')).toEqual([])
  })

  it('explains a name with a minus', () => {
    expect(warningsOf('#set($y = $n-1)')).toEqual([
      '1:11 "-" belongs to the name: this is the variable "n-1". To subtract, write $n - 1 in a #set.',
    ])
  })

  it('says that #set with braces sets nothing', () => {
    expect(warningsOf('#set(${x} = 1)')).toEqual([
      '1:6 Velocity does not set $x here: write the variable as $x, without braces and "!".',
    ])
  })

  it('finds a condition that never holds, also in a macro', () => {
    expect(warningsOf("#macro(m)#if('yes')a#end#end")).toEqual([
      '1:14 This condition never holds: of values that stand in the template only true is true.',
    ])
  })

  it('finds a comment that swallows the rest', () => {
    expect(warningsOf('a #* b')).toEqual([
      '1:3 The comment #* is never closed: the rest of the template is not used. Add *#.',
    ])
    expect(warningsOf('a #* b *# c')).toEqual([])
  })
})
