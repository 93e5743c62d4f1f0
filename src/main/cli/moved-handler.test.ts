import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { movedHandler } from './moved-handler'

describe('movedHandler', () => {
  it.each([
    ['./orders.mjs#create', ['work'], ['work'], './orders.mjs#create'],
    ['./lib/orders.mjs', ['work', 'api'], ['work'], './api/lib/orders.mjs'],
    ['./orders.mjs#create', ['work', 'api'], ['work', 'out'], '../api/orders.mjs#create'],
  ])('sees %s of %j from %j as %s', (handler, from, to, expected) => {
    expect(movedHandler(handler, join('/', ...from), join('/', ...to))).toBe(expected)
  })
})
