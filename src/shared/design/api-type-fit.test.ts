import { expect, it } from 'vitest'
import { apiTypeFits } from './api-type-fit'

it('lists for each type what of the needs it does not meet', () => {
  expect(apiTypeFits(['cache', 'push'])).toEqual([
    { type: 'REST', losses: ['Clients have to ask again and again.'] },
    { type: 'HTTP', losses: ['Clients have to ask again and again.', 'No response cache.'] },
    { type: 'WEBSOCKET', losses: ['No response cache.'] },
  ])
})

it('has nothing against any type without needs', () => {
  expect(apiTypeFits([]).flatMap(({ losses }) => losses)).toEqual([])
})
