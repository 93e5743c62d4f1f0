import { expect, test } from 'vitest'
import { takeLaunchToken } from './launch-token'

function tabAt(hash: string, stored: Record<string, string> = {}) {
  const addresses: string[] = []
  const places = {
    location: { hash, pathname: '/' },
    history: { replaceState: (_data: unknown, _unused: string, url: string) => void addresses.push(url) },
    sessionStorage: {
      getItem: (key: string) => stored[key] ?? null,
      setItem: (key: string, value: string) => void (stored[key] = value),
    },
  }
  return { places, addresses, stored }
}

test('the token is moved from the address to the tab', () => {
  const { places, addresses, stored } = tabAt('#t=a-b_c')
  expect([takeLaunchToken(places), addresses, stored]).toEqual(['a-b_c', ['/'], { 'gatewright.token': 'a-b_c' }])
})

test('a reload has it from the tab and leaves the address alone', () => {
  const { places, addresses } = tabAt('#route', { 'gatewright.token': 'kept' })
  expect([takeLaunchToken(places), addresses]).toEqual(['kept', []])
})

test('a new launch in the same tab replaces the old token', () => {
  const { places, stored } = tabAt('#t=new', { 'gatewright.token': 'old' })
  expect([takeLaunchToken(places), stored]).toEqual(['new', { 'gatewright.token': 'new' }])
})

test('a page opened without a token has none', () => {
  expect(takeLaunchToken(tabAt('').places)).toBeNull()
})
