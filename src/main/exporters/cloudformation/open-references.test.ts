import { expect, it } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import { emptyDesign } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import { built } from './testing/built'

it("asks for what an imported document left open, and names what is the stack's", () => {
  const api: HttpApi = {
    ...newHttpApi('${AWS::StackName}-orders'),
    integrations: {
      a: {
        integrationType: 'AWS_PROXY',
        integrationUri: '${OrdersFunction.Arn}',
        credentialsArn: '${CallRole.Arn}',
        payloadFormatVersion: '2.0',
      },
    },
    routes: { $default: { target: 'a', authorizationType: 'NONE' } },
  }
  const { resource, said, template } = built({ ...emptyDesign(api.name), apis: [api] })
  expect([
    resource('AWS::ApiGatewayV2::Api')?.Properties?.Name,
    resource('AWS::ApiGatewayV2::Integration')?.Properties?.IntegrationUri,
    resource('AWS::Lambda::Permission')?.Properties?.FunctionName,
    template.Parameters?.OrdersFunctionArn,
    template.Parameters?.CallRoleArn,
    said.filter((line) => !line.startsWith('error')),
  ]).toEqual([
    { 'Fn::Sub': '${AWS::StackName}-orders' },
    { Ref: 'OrdersFunctionArn' },
    { Ref: 'OrdersFunctionArn' },
    { Type: 'String', Description: 'Value of OrdersFunction.Arn.' },
    { Type: 'String', Description: 'Value of CallRole.Arn.' },
    [
      'warning /apis/0/integrations/a/integrationUri',
      'warning /apis/0/integrations/a/credentialsArn',
      'info /apis/0/name',
    ],
  ])
})
