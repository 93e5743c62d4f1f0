import { describe, expect, it } from 'vitest'
import { csvText } from './csv-text'

describe('csvText', () => {
  it('ends every row with CRLF and leaves plain cells as they are', () => {
    expect(
      csvText([
        ['a', 1, null],
        ['b', -2.5, ''],
      ]),
    ).toBe('a,1,\r\nb,-2.5,\r\n')
  })

  it('quotes commas, quotes and line ends, and doubles quotes', () => {
    expect(csvText([['a,b', 'say "hi"', 'two\nlines', 'cr\r']])).toBe('"a,b","say ""hi""","two\nlines","cr\r"\r\n')
  })

  it('takes the force out of what a spreadsheet would run', () => {
    expect(csvText([['=HYPERLINK("x")', '+1', '-1', '@a', '\tx', 'a=b']])).toBe(
      '"\'=HYPERLINK(""x"")",\'+1,\'-1,\'@a,\'\tx,a=b\r\n',
    )
  })

  it('is nothing without rows', () => {
    expect(csvText([])).toBe('')
  })
})
