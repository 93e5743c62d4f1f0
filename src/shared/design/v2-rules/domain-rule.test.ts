import { describe, expect, it } from 'vitest'
import { problemOfBasePath, problemOfDomainName } from './domain-rule'

describe('a domain name', () => {
  it.each(['api.example.com', '*.example.com', 'a-b.co'])('may be %s', (name) => {
    expect(problemOfDomainName([], name)).toBeUndefined()
  })

  it.each(['example', 'https://api.example.com', '-a.example.com', ''])('may not be %j', (name) => {
    expect(problemOfDomainName([], name)).toBe('As in api.example.com or *.example.com')
  })

  it('is there once', () => {
    expect(problemOfDomainName(['api.example.com'], 'api.example.com')).toBe('api.example.com exists already')
  })
})

describe('a base path', () => {
  it.each([
    ['orders/v1', undefined],
    ['(none)', undefined],
    ['/orders', 'Without a slash at either end'],
    ['or ders', "Letters, digits and $ - _ . + ! * ' ( ) /"],
  ])('%j: %s', (basePath, problem) => {
    expect(problemOfBasePath([], basePath)).toBe(problem)
  })

  it('is mapped once', () => {
    expect(problemOfBasePath([{ basePath: 'orders', apiId: 'a' }], 'orders')).toBe('orders is mapped already')
  })
})
