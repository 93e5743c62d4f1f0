import { describe, expect, it } from 'vitest'
import { JavaException } from '../java/java-exception'
import { describeException } from './describe-exception'

describe('describeException', () => {
  it('names the call, the exception and what the caller gets', () => {
    expect(describeException(new JavaException('java.lang.IndexOutOfBoundsException', 'Index: 9'), '.get()')).toBe(
      '.get() failed with IndexOutOfBoundsException: Index: 9. The caller gets 500 Internal Server Error.',
    )
  })

  it('tells a body that cannot be read from a mistake of the template', () => {
    expect(describeException(new JavaException('net.minidev.json.parser.ParseException', ''), '.path()')).toBe(
      '.path() failed with ParseException. In a request template the caller gets 400 "Could not process payload", in a response template 500.',
    )
  })
})
