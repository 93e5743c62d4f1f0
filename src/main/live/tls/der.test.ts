import { describe, expect, it } from 'vitest'
import {
  derBitString,
  derInteger,
  derObjectIdentifier,
  derOctetString,
  derSequence,
  derSet,
  derTagged,
  derTaggedBytes,
  derText,
  derTime,
  derTrue,
} from './der'

const hex = (bytes: Buffer): string => bytes.toString('hex')

describe('DER values', () => {
  it('writes lengths in as few bytes as they need', () => {
    const sizes = [0, 127, 128, 255, 256, 65_536]
    expect(sizes.map((size) => hex(derOctetString(Buffer.alloc(size)).subarray(0, 6)).slice(0, 12))).toEqual([
      '0400',
      '047f00000000',
      '048180000000',
      '0481ff000000',
      '048201000000',
      '048301000000',
    ])
  })

  it('keeps integers positive and short', () => {
    const integers = [[0], [0x7f], [0x80], [0, 0, 1], [0x12, 0x34]]
    expect(integers.map((bytes) => hex(derInteger(Buffer.from(bytes))))).toEqual([
      '020100',
      '02017f',
      '02020080',
      '020101',
      '02021234',
    ])
  })

  it('writes the parts of an object identifier seven bits at a time', () => {
    expect(['1.2.840.10045.4.3.2', '2.5.29.17', '1.3.6.1.5.5.7.3.1'].map((id) => hex(derObjectIdentifier(id)))).toEqual(
      ['06082a8648ce3d040302', '0603551d11', '06082b06010505070301'],
    )
  })

  it('writes times with two digits of the year until 2049, then with four', () => {
    const times = ['2026-02-03T04:05:06.789Z', '2049-12-31T23:59:59Z', '2050-01-01T00:00:00Z']
    expect(times.map((text) => derTime(Date.parse(text)).subarray(2).toString('ascii'))).toEqual([
      '260203040506Z',
      '491231235959Z',
      '20500101000000Z',
    ])
  })

  it('nests and tags', () => {
    const inner = derSequence(derTrue(), derSet(derText('é')))
    expect(
      [inner, derTagged(3, derTrue()), derTaggedBytes(2, Buffer.from('a')), derBitString(Buffer.of(6), 1)].map(hex),
    ).toEqual(['30090101ff31040c02c3a9', 'a3030101ff', '820161', '03020106'])
  })
})
