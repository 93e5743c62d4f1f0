import { describe, expect, it } from 'vitest'
import { sameOverrides } from './same-overrides'

const EMPTY = { path: {}, querystring: {}, header: {} }

describe('sameOverrides', () => {
  it.each([
    [{}, EMPTY],
    [EMPTY, {}],
    [{ header: { A: '1' } }, { ...EMPTY, header: { A: '1' } }],
    [{ header: { A: '1', B: ['x', 'y'] } }, { path: {}, header: { B: ['x', 'y'], A: '1' } }],
    [{ header: {}, status: 404 }, { status: 404 }],
    [{ status: null }, { status: null }],
  ])('%j and %j are the same', (expected, actual) => {
    expect(sameOverrides(expected, actual)).toBe(true)
  })

  it.each([
    [{}, { header: { A: '1' } }],
    [{ header: { A: '1' } }, EMPTY],
    [{ header: { A: '1' } }, { header: { A: 1 } }],
    [{ status: 404 }, { status: '404' }],
    [{ status: {} }, { status: [] }],
    [{ header: { A: ['x', 'y'] } }, { header: { A: ['y', 'x'] } }],
    [{ header: { A: ['x'] } }, { header: { A: { 0: 'x' } } }],
    [{ status: null }, {}],
    [{ toString: {} }, { toString: 'x' }],
  ])('%j and %j are not', (expected, actual) => {
    expect(sameOverrides(expected, actual)).toBe(false)
  })

  it('takes values of absurd depth for different', () => {
    const deep = (): object => {
      let value: object = { end: 1 }
      for (let depth = 0; depth < 50_000; depth++) value = { value }
      return value
    }
    expect(sameOverrides(deep(), deep())).toBe(false)
  })
})
