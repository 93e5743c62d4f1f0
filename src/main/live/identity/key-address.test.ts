import { describe, expect, it } from 'vitest'
import { keyAddress } from './key-address'

function judge(text: string, isNamedBy?: string): string {
  const address = keyAddress(text, isNamedBy === undefined ? undefined : new URL(isNamedBy))
  return address instanceof URL ? address.href : address.problem
}

describe('keyAddress', () => {
  it.each([
    'https://login.example/tenant',
    'http://127.0.0.1:4000/pool',
    'http://localhost:8080/realms/shop',
    'http://[::1]:8080/',
  ])('takes %s', (text) => {
    expect(judge(text)).toBe(text)
  })

  it.each([
    'http://login.example/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.2/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'data:,x',
  ])('refuses %s', (text) => {
    expect(judge(text)).toBe(`keys are fetched with https, or with http from 127.0.0.1, and not from "${text}"`)
  })

  it.each([
    ['not a url', '"not a url" is no URL'],
    ['', '"" is no URL'],
    ['https://me:secret@login.example/', 'a URL of keys has no user name or password'],
  ])('refuses %j', (text, problem) => {
    expect(judge(text)).toBe(problem)
  })

  it('lets a document on this computer name keys on it, and no other document', () => {
    const keys = 'http://127.0.0.1:4000/keys'
    expect([judge(keys, 'http://127.0.0.1:5000/'), judge(keys, 'https://login.example/')]).toEqual([
      keys,
      `keys are fetched with https, or with http from 127.0.0.1, and not from "${keys}"`,
    ])
  })
})
