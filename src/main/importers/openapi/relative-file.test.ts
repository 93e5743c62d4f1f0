import { describe, expect, it } from 'vitest'
import { relativeFile } from './relative-file'

describe('relativeFile', () => {
  it.each<[string, string, string | null]>([
    ['order.yaml', 'openapi.yaml', 'order.yaml'],
    ['./schemas/order.yaml', 'openapi.yaml', 'schemas/order.yaml'],
    ['../common.yaml', 'schemas/order.yaml', 'common.yaml'],
    ['a/../b.yaml', 'openapi.yaml', 'b.yaml'],
    ['my%20order.yaml', 'openapi.yaml', 'my order.yaml'],
    ['100%.yaml', 'openapi.yaml', '100%.yaml'],
    ['../up.yaml', 'openapi.yaml', null],
    ['a/../../up.yaml', 'openapi.yaml', null],
    ['%2e%2e/up.yaml', 'openapi.yaml', null],
    ['a\\b.yaml', 'openapi.yaml', null],
    ['%00', 'openapi.yaml', null],
    ['.', 'openapi.yaml', null],
  ])('%s in %s is %s', (name, from, expected) => {
    expect(relativeFile(name, from)).toBe(expected)
  })
})
