import { describe, expect, it } from 'vitest'
import { closeWords } from './close-codes'

describe('the words of a close code', () => {
  it('tell the idle limit from the age limit, and both from a client that goes away', () => {
    expect([closeWords(1001, 'Going away'), closeWords(1001, 'Going away', true), closeWords(1001, '')]).toEqual([
      'Nothing was sent for 10 minutes, so the gateway closed it. The idle limit is 10 minutes, not two hours.',
      'It was open for 2 hours, so the gateway closed it. No connection gets older, however busy.',
      'The client went away, as browsers do with a closed page.',
    ])
  })

  it('tell who ended a connection', () => {
    expect([
      closeWords(1000, 'Connection Closed Normally'),
      closeWords(1000, ''),
      closeWords(1005, 'Client-side close frame status not set'),
      closeWords(4000, 'enough'),
    ]).toEqual([
      'A backend ended it with DELETE @connections.',
      'The client closed it normally.',
      'The client closed it without a code.',
      'The client closed it with a code of its own.',
    ])
  })
})
