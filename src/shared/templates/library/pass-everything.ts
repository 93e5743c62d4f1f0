import type { LibraryTemplate } from './library-template'

/** Body, parameters, stage variables and context as one object. */
export const passEverything: LibraryTemplate = {
  id: 'pass-everything',
  name: 'Pass everything on',
  group: 'Shaping JSON',
  description:
    'Hands the backend the body, all parameters, the stage variables and who called, as one JSON object. escapeJavaScript writes ' +
    "\\' for an apostrophe, which JSON does not know; replaceAll takes the backslash away again.",
  source: `#set($parameters = $input.params())
{
  "body": $input.json('$'),
  "params": {
#foreach($place in $parameters.keySet())
#set($values = $parameters.get($place))
    "$place": {
#foreach($name in $values.keySet())
      "$name": "$util.escapeJavaScript($values.get($name)).replaceAll("\\\\'", "'")"#if($foreach.hasNext),#end

#end
    }#if($foreach.hasNext),#end

#end
  },
  "stageVariables": {
#foreach($name in $stageVariables.keySet())
    "$name": "$util.escapeJavaScript($stageVariables.get($name)).replaceAll("\\\\'", "'")"#if($foreach.hasNext),#end

#end
  },
  "context": {
    "requestId": "$context.requestId",
    "stage": "$context.stage",
    "httpMethod": "$context.httpMethod",
    "resourcePath": "$context.resourcePath",
    "sourceIp": "$context.identity.sourceIp",
    "userAgent": "$util.escapeJavaScript($context.identity.userAgent).replaceAll("\\\\'", "'")",
    "principalId": "$context.authorizer.principalId"
  }
}
`,
  profile: 'apigw',
  event: {
    body: '{ "note": "leave it at the neighbour\'s" }',
    params: {
      path: { id: '42' },
      querystring: { expand: 'lines', q: 'it\'s "new"' },
      header: { Accept: 'application/json' },
    },
    stageVariables: { backend: 'orders.internal' },
    context: {
      requestId: '5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e',
      stage: 'prod',
      httpMethod: 'PUT',
      resourcePath: '/orders/{id}',
      identity: { sourceIp: '203.0.113.7', userAgent: 'shop/2.1' },
      authorizer: { principalId: 'user-17' },
    },
  },
  expected: {
    output: `{
  "body": {"note":"leave it at the neighbour's"},
  "params": {
    "path": {
      "id": "42"
    },
    "querystring": {
      "expand": "lines",
      "q": "it's \\"new\\""
    },
    "header": {
      "Accept": "application\\/json"
    }
  },
  "stageVariables": {
    "backend": "orders.internal"
  },
  "context": {
    "requestId": "5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e",
    "stage": "prod",
    "httpMethod": "PUT",
    "resourcePath": "/orders/{id}",
    "sourceIp": "203.0.113.7",
    "userAgent": "shop\\/2.1",
    "principalId": "user-17"
  }
}
`,
  },
  where: 'request',
  contentType: 'application/json',
}
