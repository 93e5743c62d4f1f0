import { describe, expect, it } from 'vitest'
import { splitText } from './split-text'

describe('split', () => {
  it('drops the empty parts at the end', () => {
    expect(splitText('a,b,,c,,', ',', 0)).toEqual(['a', 'b', '', 'c'])
  })

  it('keeps them for a negative limit', () => {
    expect(splitText('a,b,,c,,', ',', -1)).toEqual(['a', 'b', '', 'c', '', ''])
  })

  it('makes as many parts as the limit says', () => {
    expect(splitText('a,b,c', ',', 2)).toEqual(['a', 'b,c'])
    expect(splitText('a,b,c', ',', 1)).toEqual(['a,b,c'])
    expect(splitText('a,b,c', ',', 9)).toEqual(['a', 'b', 'c'])
  })

  it('gives the text itself when nothing matches', () => {
    expect(splitText('abc', ',', 0)).toEqual(['abc'])
    expect(splitText('', ',', 0)).toEqual([''])
  })

  it('gives no parts at all for separators alone', () => {
    expect(splitText(',,', ',', 0)).toEqual([])
  })

  it('splits between the characters at a match of nothing, but not before the first', () => {
    expect(splitText('abc', '', 0)).toEqual(['a', 'b', 'c'])
    expect(splitText('aXbX', '(?=X)', 0)).toEqual(['a', 'Xb', 'X'])
  })

  it('keeps an empty part before a separator at the start', () => {
    expect(splitText(',a', ',', 0)).toEqual(['', 'a'])
  })

  it('takes the separator for a pattern', () => {
    expect(splitText('a1b22c', '\\d+', 0)).toEqual(['a', 'b', 'c'])
    expect(splitText('a|b', '\\|', 0)).toEqual(['a', 'b'])
  })
})
