import { describe, expect, it } from 'vitest'
import { parseAuthorization } from './parse-authorization'

const ALL = "'Credential' parameter.|'Signature' parameter.|'SignedHeaders' parameter."
  .split('|')
  .map((what) => `Authorization header requires ${what}`)
const NO_DATE = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."

describe('parseAuthorization', () => {
  it('reads parameters in any order, the first of equal ones, with and without blanks', () => {
    const header = 'AWS4-HMAC-SHA256 Signature=s=,SignedHeaders=,  Credential=c, Signature=other, More=1'
    expect(parseAuthorization(header, true)).toEqual({
      algorithm: 'AWS4-HMAC-SHA256',
      parameters: new Map([
        ['More', '1'],
        ['Signature', 's='],
        ['Credential', 'c'],
        ['SignedHeaders', ''],
      ]),
    })
  })

  it('names everything that a single word lacks', () => {
    expect(parseAuthorization('secret', false)).toBe(`${ALL.join(' ')} ${NO_DATE} Authorization=secret`)
  })

  it('names what is missing', () => {
    const header = 'AWS4-HMAC-SHA256 Credential=c, SignedHeaders=host'
    expect([parseAuthorization(header, true), parseAuthorization(`${header}, Signature=s`, false)]).toEqual([
      `${ALL[1]} Authorization=${header}`,
      `${NO_DATE} Authorization=${header}, Signature=s`,
    ])
  })

  it('names the first thing that is no pair', () => {
    expect([parseAuthorization('Bearer abc', true), parseAuthorization('Bearer a=b, c d, e', true)]).toEqual([
      "'abc' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer abc'.",
      "'c d' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer a=b, c d, e'.",
    ])
  })

  it('takes names from nobody else', () => {
    expect(parseAuthorization('x __proto__=1, constructor=2', true)).toBe(
      `${ALL.join(' ')} Authorization=x __proto__=1, constructor=2`,
    )
  })
})
