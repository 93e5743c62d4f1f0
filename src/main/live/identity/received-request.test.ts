import { expect, it } from 'vitest'
import { receivedRequest } from './received-request'

it('receivedRequest reads headers in UTF-8 and takes everything else as it came', () => {
  const body = new Uint8Array([1])
  const headers = [
    ['Host', 'localhost'],
    ['X-Name', 'AdÃ©'],
  ] as const
  const queries = ['', '?', '?a=1?b&c'].map(
    (query) => receivedRequest({ verb: 'GET', url: `/prod//a%20b${query}`, headers }, body).rawQuery,
  )
  expect([receivedRequest({ verb: 'GET', url: '/prod//a%20b?x', headers }, body), queries]).toEqual([
    {
      method: 'GET',
      path: '/prod//a%20b',
      rawQuery: 'x',
      headers: [
        ['Host', 'localhost'],
        ['X-Name', 'Adé'],
      ],
      body,
    },
    ['', '', 'a=1?b&c'],
  ])
})
