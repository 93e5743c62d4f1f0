/** Where a resource's class comes from: `import * as apigateway from 'aws-cdk-lib/aws-apigateway'`. */
export interface CdkClass {
  /** "apigateway". */
  readonly module: string
  /** "CfnMethod". */
  readonly name: string
}

/** "AWS::ApiGateway::Method" -> { module: "apigateway", name: "CfnMethod" }. */
export function cdkClass(resourceType: string): CdkClass {
  const [, service = '', resource = ''] = resourceType.split('::')
  return { module: service.toLowerCase(), name: `Cfn${resource}` }
}
