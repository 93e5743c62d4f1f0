import type { LibraryTemplate } from './library-template'

/** Who calls, for a backend that does not check tokens. */
export const claimsToBackend: LibraryTemplate = {
  id: 'claims-to-backend',
  name: 'Pass claims to backend',
  group: 'Shaping JSON',
  description:
    'Tells the backend who calls, from the claims that the authorizer checked: as headers, and beside the body. A Lambda authorizer ' +
    'has its values in $context.authorizer itself, not in claims.',
  source: `#set($claims = $context.authorizer.claims)
#set($context.requestOverride.header.X-User-Id = $claims.sub)
#set($context.requestOverride.header.X-User-Groups = $claims.get("cognito:groups"))
{
  "user": {
    "id": "$claims.sub",
    "email": "$util.escapeJavaScript($claims.email).replaceAll("\\\\'", "'")",
    "isAdmin": #if($claims.get("cognito:groups").contains("admin"))true#{else}false#end

  },
  "request": $input.json('$')
}
`,
  profile: 'apigw',
  event: {
    body: '{ "orderId": "A-1" }',
    context: {
      authorizer: {
        claims: {
          sub: '0b5f6c1e-7a44-4f0e-9a53-1f6f0b7c9d21',
          email: "o'neil@example.com",
          'cognito:groups': 'admin,staff',
        },
      },
    },
  },
  expected: {
    output: `{
  "user": {
    "id": "0b5f6c1e-7a44-4f0e-9a53-1f6f0b7c9d21",
    "email": "o'neil@example.com",
    "isAdmin": true
  },
  "request": {"orderId":"A-1"}
}
`,
    requestOverride: {
      path: {},
      querystring: {},
      header: { 'X-User-Id': '0b5f6c1e-7a44-4f0e-9a53-1f6f0b7c9d21', 'X-User-Groups': 'admin,staff' },
    },
  },
  where: 'request',
  contentType: 'application/json',
}
