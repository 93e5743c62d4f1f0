import { describe, expect, it } from 'vitest'
import { readDocument } from '../../documents/read-document'
import { withRepeatedMembers } from './repeated-members'

function read(text: string) {
  const { value, diagnostics } = withRepeatedMembers(readDocument(text, 'template.yaml'), text)
  return {
    value,
    said: diagnostics.map(({ severity, code, pointer, range }) => `${severity} ${code} ${pointer} ${range?.line}`),
  }
}

describe('withRepeatedMembers', () => {
  it('lets the last member of a name count, and reports those before it', () => {
    expect(read('Resources:\n  A: {Type: X}\n  B: [{c: !Ref D, c: 2}]\n  A: {Type: Y}\n')).toEqual({
      value: { Resources: { A: { Type: 'Y' }, B: [{ c: 2 }] } },
      said: ['error import/member-repeated /Resources/B/0/c 3', 'error import/member-repeated /Resources/A 4'],
    })
  })

  it('makes little of two that are the same', () => {
    expect(read('Resources: {}\nA: {b: 1}\nA: {b: 1}\n')).toEqual({
      value: { Resources: {}, A: { b: 1 } },
      said: ['warning import/member-repeated /A 3'],
    })
  })

  it('leaves other documents refused, and those with other problems', () => {
    expect(read('openapi: 3.0.1\na: 1\na: 2\n')).toEqual({ value: undefined, said: ['error text/duplicate-key  3'] })
    expect(read('Resources: {}\na: 1\na: !Nope x\n').value).toBeUndefined()
  })
})
