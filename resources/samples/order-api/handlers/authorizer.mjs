// The shop's token authorizer: a token names its user, as in "user-42"; "blocked-..." is denied, anything else is Unauthorized.

export async function handler(event) {
  const token = event.authorizationToken.replace(/^Bearer /, '')
  if (token.startsWith('user-')) return policy(token, 'Allow')
  if (token.startsWith('blocked-')) return policy(token, 'Deny')
  throw new Error('Unauthorized')
}

/** Names every method of the stage, so that the kept result holds for the caller's next call too. */
function policy(principalId, effect) {
  return {
    principalId,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: '*' }],
    },
    context: { shop: 'main' },
  }
}
