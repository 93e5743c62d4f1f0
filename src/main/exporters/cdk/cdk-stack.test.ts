import { expect, it } from 'vitest'
import type { ResourceDocument, TemplateDocument, TemplateObject } from '../cloudformation/template-document'
import { stackText } from './cdk-stack'
import { ORDERS } from './testing/orders.template'

const text = stackText('OrdersStack', ORDERS, ['Orders.'])

function templateOf(Resources: Readonly<Record<string, ResourceDocument>>): TemplateDocument {
  return { AWSTemplateFormatVersion: '2010-09-09', Resources }
}

/** The statements of one method of the stack. */
function method(name: string, source = text): string {
  const start = source.indexOf(`  private ${name}() {`)
  return source.slice(start, source.indexOf('\n  }\n', start) + 5)
}

it('makes the parts of an API in methods of their own, each after what it names', () => {
  expect(text.slice(text.indexOf('export class'), text.indexOf('  /** What differs'))).toBe(`\
export class OrdersStack extends cdk.Stack {
  private readonly parameters = this.createParameters();
  private readonly conditions = this.createConditions();
  private readonly ordersApiDefinition = this.createOrdersApiDefinition();
  private readonly ordersApiResources = this.createOrdersApiResources();
  private readonly ordersApiMethods = this.createOrdersApiMethods();
  private readonly ordersApiStages = this.createOrdersApiStages();

  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, { description: "The shop's orders", ...props });
    this.createOrdersApiClients();
    this.createOrdersApiPermissions();
    this.createOutputs();
  }

`)
})

it('writes properties in the names of the library, and leaves those of the author', () => {
  expect(method('createOrdersApiMethods')).toBe(`\
  private createOrdersApiMethods() {
    const delete2 = new apigateway.CfnMethod(this, 'Delete', {
      restApiId: this.ordersApiDefinition.ordersApi.ref,
      resourceId: this.ordersApiResources.default2.ref,
      httpMethod: 'DELETE',
      authorizationType: 'NONE',
      requestParameters: { 'method.request.header.X-Trace': true },
      integration: {
        type: 'AWS',
        integrationHttpMethod: 'POST',
        uri: cdk.Fn.sub('arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${OrdersFunctionArn}/invocations'),
        requestTemplates: {
          'application/json': [
            '#set($id = $input.path("$.id"))',
            '{ "id": "$id" }',
          ].join('\\n'),
        },
        integrationResponses: [{ statusCode: '200', responseParameters: { 'method.response.header.X': "'*'" } }],
      },
    });

    return { delete2 };
  }
`)
})

it('refers to parameters and to constructs of other methods by fields, and waits for what the template waits for', () => {
  expect(method('createOrdersApiStages')).toBe(`\
  private createOrdersApiStages() {
    const deployment = new apigateway.CfnDeployment(this, 'Deployment', {
      restApiId: this.ordersApiDefinition.ordersApi.ref,
    });
    deployment.cfnOptions.deletionPolicy = cdk.CfnDeletionPolicy.RETAIN;
    deployment.addResourceDependency(this.ordersApiMethods.delete2);

    const stage2 = new apigateway.CfnStage(this, 'Stage', {
      restApiId: this.ordersApiDefinition.ordersApi.ref,
      deploymentId: deployment.ref,
      stageName: this.parameters.stageName.valueAsString,
      variables: { Level: 'high' },
      methodSettings: [
        { httpMethod: '*', resourcePath: '/*', throttlingRateLimit: this.parameters.rate.valueAsNumber },
      ],
    });

    return { stage2 };
  }
`)
})

it('makes conditions, and what depends on them', () => {
  expect(method('createConditions')).toBe(`\
  private createConditions() {
    const stage = new cdk.CfnCondition(this, 'StageCondition', {
      expression: cdk.Fn.conditionEquals(this.parameters.stageName.valueAsString, 'prod'),
    });
    stage.overrideLogicalId('Stage');

    const isOpen = new cdk.CfnCondition(this, 'IsOpen', { expression: cdk.Fn.conditionNot(stage) });

    return { stage, isOpen };
  }
`)
  expect(method('createOrdersApiPermissions')).toContain('permission.cfnOptions.condition = this.conditions.isOpen;')
})

it('takes the values of parameters as what they are', () => {
  expect(method('createOrdersApiDefinition')).toContain('providerArns: this.parameters.pools.valueAsList,')
})

it('gives an output another id where a resource has its own, and keeps its name', () => {
  expect(method('createOutputs')).toBe(`\
  private createOutputs() {
    new cdk.CfnOutput(this, 'StageOutput', {
      value: cdk.Fn.join('/', [
        'https:/',
        this.ordersApiDefinition.ordersApi.ref,
        this.ordersApiStages.stage2.ref,
      ]),
      exportName: 'stage',
    }).overrideLogicalId('Stage');

    new cdk.CfnOutput(this, 'Region', { value: cdk.Aws.REGION });
  }
`)
})

it('splits what is long, and waits for whole methods in one line each', () => {
  const api: TemplateObject = { RestApiId: { Ref: 'Api' } }
  const names = Array.from({ length: 30 }, (_, index) => `Method${index}`)
  const source = stackText(
    'BigStack',
    templateOf({
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'big' } },
      ...Object.fromEntries(names.map((name) => [name, { Type: 'AWS::ApiGateway::Method', Properties: api }])),
      Deployment: { Type: 'AWS::ApiGateway::Deployment', Properties: api, DependsOn: names },
    }),
    ['Big.'],
  )
  expect(method('createApiMethods2', source).match(/new apigateway\.CfnMethod/g)).toHaveLength(10)
  expect(method('createApiStages', source)).toBe(`\
  private createApiStages() {
    const deployment = new apigateway.CfnDeployment(this, 'Deployment', {
      restApiId: this.apiDefinition.api.ref,
    });
    for (const dependency of [
      ...Object.values(this.apiMethods),
      ...Object.values(this.apiMethods2),
    ]) {
      deployment.addResourceDependency(dependency);
    }
  }
`)
})

it('tells the parts of several APIs apart, and puts last what they have in common', () => {
  const source = stackText(
    'TwoStack',
    templateOf({
      Plan: {
        Type: 'AWS::ApiGateway::UsagePlan',
        Properties: { ApiStages: [{ ApiId: { Ref: 'OneApi' } }, { ApiId: { Ref: 'OtherApi' } }] },
      },
      Key: { Type: 'AWS::ApiGateway::ApiKey', Properties: {} },
      PlanKey: {
        Type: 'AWS::ApiGateway::UsagePlanKey',
        Properties: { KeyId: { Ref: 'Key' }, UsagePlanId: { Ref: 'Plan' } },
      },
      OtherApi: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'other' } },
      OneApi: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'one' } },
    }),
    ['Two.'],
  )
  expect(source.match(/ {2}\/\*\* .*\n {2}private \w+/g)).toEqual([
    '  /** Clients of no API in particular. */\n  private createSharedClients',
    '  /** Definition of OtherApi. */\n  private createOtherApiDefinition',
    '  /** Definition of OneApi. */\n  private createOneApiDefinition',
    '  /** Clients of several APIs. */\n  private createAllApisClients',
  ])
})
