import { expect, it } from 'vitest'
import { amountText, priceDetail } from './price-detail'
import { PRICED_REGION, pricesOf } from './prices'

const { prices } = pricesOf(PRICED_REGION)

it.each([
  ['restRequests', 345e6, 'requests', '333 million at $3.50 a million, 12 million at $2.80'],
  ['restRequests', 0, 'requests', 'none at $3.50 a million'],
  [
    'restRequests',
    21e9,
    'requests',
    '333 million at $3.50 a million, 667 million at $2.80, 19 billion at $2.38, 1 billion at $1.51',
  ],
  ['httpRequests', 1500, 'requests', '1,500 at $1.00 a million'],
  ['dataTransferGb', 40, 'GB', '40 free'],
  ['dataTransferGb', 150.5, 'GB', '100 free, 50.5 at $0.09 a GB'],
  ['lambdaGbSeconds', 17_500, 'GB-seconds', '17,500 at $0.0000166667 a GB-second'],
] as const)('%s for %d: %s', (name, quantity, unit, text) => {
  expect(priceDetail(prices[name], quantity, unit)).toBe(text)
})

it('says hours with the right article', () => {
  expect(priceDetail(prices.cacheHour['0.5']!, 730, 'hours')).toBe('730 at $0.02 an hour')
})

it('shortens large amounts', () => {
  expect([999_999, 1_000_000, 12_345_678, 2e9].map(amountText)).toEqual([
    '999,999',
    '1 million',
    '12.346 million',
    '2 billion',
  ])
})
