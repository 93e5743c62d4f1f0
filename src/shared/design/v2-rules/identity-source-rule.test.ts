import { expect, it } from 'vitest'
import { problemOfV2IdentitySources } from './identity-source-rule'

it('takes the sources of each type', () => {
  expect(problemOfV2IdentitySources(true, '$request.header.Authorization\n$context.stage')).toBeUndefined()
  expect(problemOfV2IdentitySources(false, 'route.request.querystring.token, stageVariables.x')).toBeUndefined()
})

it('refuses those of another type', () => {
  expect(problemOfV2IdentitySources(true, 'method.request.header.A')).toBe(
    '"method.request.header.A" must be $request.header.X, $request.querystring.X, $stageVariables.X or $context.X',
  )
  expect(problemOfV2IdentitySources(false, '$request.header.A')).toBe(
    '"$request.header.A" must be route.request.header.X, route.request.querystring.X, stageVariables.X or context.X',
  )
})
