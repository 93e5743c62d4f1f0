import { delimiter } from 'node:path'
import { expect, test } from 'vitest'
import { chromiumCandidates } from './chromium.mjs'

test('the one named in the environment is tried first', () => {
  expect(chromiumCandidates({ platform: 'linux', env: { CHROMIUM_PATH: '/mine', PATH: '/bin' } })[0]).toBe('/mine')
})

test('on Linux each usual name is looked for in every folder of PATH', () => {
  const found = chromiumCandidates({ platform: 'linux', env: { PATH: ['/bin', '/opt'].join(delimiter) } })
  expect(found.slice(0, 4)).toEqual([
    '/bin/chromium',
    '/opt/chromium',
    '/bin/chromium-browser',
    '/opt/chromium-browser',
  ])
})

test('on Windows only folders that the environment names are looked at', () => {
  const found = chromiumCandidates({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Programs' } })
  expect(found[0]).toBe('C:\\Programs\\Google\\Chrome\\Application\\chrome.exe')
  expect(found).toHaveLength(3)
})
