import { expect, test } from 'vitest'
import { baseUrl, pathOfInput } from './url-input'

test.each([
  ['http://127.0.0.1:3000/a1b2/items?a=1', '/items?a=1'],
  ['http://127.0.0.1:3000/a1b2', '/'],
  ['https://a1b2.execute-api.us-east-1.amazonaws.com/items', '/items'],
])('%s stands for %s below $default', (text, path) => {
  expect(pathOfInput(text, 'a1b2', '$default')).toBe(path)
})

test('only $default is not named in the address', () => {
  expect([baseUrl(3000, 'a1b2', '$default'), baseUrl(3000, 'a1b2', 'dev')]).toEqual([
    'http://127.0.0.1:3000/a1b2',
    'http://127.0.0.1:3000/a1b2/dev',
  ])
})

test.each([
  ['/orders?a=1', '/orders?a=1'],
  [' orders ', 'orders'],
  ['http://127.0.0.1:3000/a1b2/prod/orders/7?a=1#top', '/orders/7?a=1'],
  ['https://a1b2.execute-api.us-east-1.amazonaws.com/prod/orders', '/orders'],
  ['http://127.0.0.1:3000/a1b2/prod', '/'],
  ['http://127.0.0.1:3000/a1b2/prod?a=1', '?a=1'],
  ['http://api.example.com/v1/orders', '/v1/orders'],
  ['HTTP://api.example.com', '/'],
  ['/products/http://x', '/products/http://x'],
])('%s stands for %s', (text, path) => {
  expect(pathOfInput(text, 'a1b2', 'prod')).toBe(path)
})
