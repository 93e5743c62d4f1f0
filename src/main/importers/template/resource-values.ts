/**
 * What `Ref` and `Fn::GetAtt` give for the types that APIs are built with: texts in which {partition}, {region}, {account}, {suffix},
 * {name}, {id} and {logicalId} are replaced, {function} by the ARN of the function that "FunctionName" names, {path} by "Path" or "/", and
 * {Property} by that property of the resource. Source: CloudFormation's reference of each type, "Return values".
 */
export interface ResourceValues {
  /** The property that names the resource; "Name" when absent. Without it the logical id is the name. */
  readonly name?: string
  /** Characters of the id that the service would draw; without it the name is the id. */
  readonly id?: number
  /** Written before the id. */
  readonly idPrefix?: string
  /** What `Ref` gives; {name}, or {id} where there is one, when absent. */
  readonly ref?: string
  readonly attributes?: { readonly [attribute: string]: string }
}

function arn(service: string, rest: string): string {
  return `arn:{partition}:${service}:{region}:{account}:${rest}`
}

const LOAD_BALANCER = arn('elasticloadbalancing', 'loadbalancer/app/{name}/{id}')
const STATE_MACHINE = arn('states', 'stateMachine:{name}')
const TABLE = {
  name: 'TableName',
  attributes: {
    Arn: arn('dynamodb', 'table/{name}'),
    StreamArn: arn('dynamodb', 'table/{name}/stream/2024-01-01T00:00:00.000'),
  },
}

export const RESOURCE_VALUES: { readonly [type: string]: ResourceValues } = {
  'AWS::ApiGateway::DomainName': {
    name: 'DomainName',
    id: 10,
    ref: '{name}',
    attributes: {
      DomainNameArn: 'arn:{partition}:apigateway:{region}::/domainnames/{name}',
      RegionalDomainName: 'd-{id}.execute-api.{region}.{suffix}',
      RegionalHostedZoneId: 'Z1UJRXOUMOOFQ8',
      DistributionDomainName: 'd{id}.cloudfront.net',
      DistributionHostedZoneId: 'Z2FDTNDATAQYW2',
    },
  },
  'AWS::ApiGateway::DomainNameV2': {
    name: 'DomainName',
    id: 10,
    ref: 'arn:{partition}:apigateway:{region}:{account}:/domainnames/{name}+{id}',
    attributes: {
      DomainNameArn: 'arn:{partition}:apigateway:{region}:{account}:/domainnames/{name}+{id}',
      DomainNameId: '{id}',
    },
  },
  'AWS::ApiGatewayV2::DomainName': {
    name: 'DomainName',
    id: 10,
    ref: '{name}',
    attributes: {
      DomainName: '{name}',
      DomainNameArn: 'arn:{partition}:apigateway:{region}::/domainnames/{name}',
      RegionalDomainName: 'd-{id}.execute-api.{region}.{suffix}',
      RegionalHostedZoneId: 'Z1UJRXOUMOOFQ8',
    },
  },
  'AWS::CertificateManager::Certificate': { id: 12, ref: arn('acm', 'certificate/{id}') },
  'AWS::Cognito::UserPool': {
    name: 'UserPoolName',
    id: 9,
    idPrefix: '{region}_',
    attributes: {
      Arn: arn('cognito-idp', 'userpool/{id}'),
      ProviderName: 'cognito-idp.{region}.{suffix}/{id}',
      ProviderURL: 'https://cognito-idp.{region}.{suffix}/{id}',
      UserPoolId: '{id}',
    },
  },
  'AWS::Cognito::UserPoolClient': { name: 'ClientName', id: 26, attributes: { ClientId: '{id}', Name: '{name}' } },
  'AWS::Cognito::UserPoolDomain': { name: 'Domain' },
  'AWS::Cognito::UserPoolResourceServer': { name: 'Identifier' },
  'AWS::Cognito::UserPoolGroup': { name: 'GroupName' },
  'AWS::Cognito::IdentityPool': { name: 'IdentityPoolName', id: 12, idPrefix: '{region}:' },
  'AWS::DynamoDB::Table': TABLE,
  'AWS::DynamoDB::GlobalTable': TABLE,
  'AWS::Serverless::SimpleTable': TABLE,
  'AWS::EC2::SecurityGroup': { id: 17, idPrefix: 'sg-', attributes: { GroupId: '{id}' } },
  'AWS::EC2::Subnet': { id: 17, idPrefix: 'subnet-', attributes: { SubnetId: '{id}' } },
  'AWS::EC2::VPC': { id: 17, idPrefix: 'vpc-', attributes: { VpcId: '{id}', CidrBlock: '{CidrBlock}' } },
  'AWS::EC2::VPCEndpoint': { id: 17, idPrefix: 'vpce-', attributes: { Id: '{id}' } },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    id: 16,
    ref: LOAD_BALANCER,
    attributes: {
      LoadBalancerArn: LOAD_BALANCER,
      LoadBalancerFullName: 'app/{name}/{id}',
      LoadBalancerName: '{name}',
      DNSName: '{name}-{id}.elb.{region}.{suffix}',
      CanonicalHostedZoneID: 'Z35SXDOTRQ7X7K',
    },
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    id: 16,
    ref: arn('elasticloadbalancing', 'listener/app/{logicalId}/{id}/{id}'),
    attributes: { ListenerArn: arn('elasticloadbalancing', 'listener/app/{logicalId}/{id}/{id}') },
  },
  'AWS::Events::EventBus': {
    attributes: { Arn: arn('events', 'event-bus/{name}'), Name: '{name}' },
  },
  'AWS::Events::Rule': { attributes: { Arn: arn('events', 'rule/{name}') } },
  'AWS::IAM::ManagedPolicy': {
    name: 'ManagedPolicyName',
    ref: 'arn:{partition}:iam::{account}:policy{path}{name}',
    attributes: { PolicyArn: 'arn:{partition}:iam::{account}:policy{path}{name}' },
  },
  'AWS::IAM::Role': {
    name: 'RoleName',
    attributes: { Arn: 'arn:{partition}:iam::{account}:role{path}{name}', RoleId: 'AROA{name}' },
  },
  'AWS::IAM::User': { name: 'UserName', attributes: { Arn: 'arn:{partition}:iam::{account}:user{path}{name}' } },
  'AWS::Kinesis::Stream': { attributes: { Arn: arn('kinesis', 'stream/{name}') } },
  'AWS::KinesisFirehose::DeliveryStream': {
    name: 'DeliveryStreamName',
    attributes: { Arn: arn('firehose', 'deliverystream/{name}') },
  },
  'AWS::KMS::Key': { id: 12, attributes: { Arn: arn('kms', 'key/{id}'), KeyId: '{id}' } },
  'AWS::KMS::Alias': { name: 'AliasName' },
  'AWS::Lambda::Alias': {
    ref: '{function}:{name}',
    attributes: { AliasArn: '{function}:{name}' },
  },
  'AWS::Lambda::Function': {
    name: 'FunctionName',
    attributes: { Arn: arn('lambda', 'function:{name}') },
  },
  'AWS::Lambda::LayerVersion': {
    name: 'LayerName',
    ref: arn('lambda', 'layer:{name}:1'),
    attributes: { LayerVersionArn: arn('lambda', 'layer:{name}:1') },
  },
  'AWS::Lambda::Url': {
    id: 32,
    ref: '{function}',
    attributes: { FunctionArn: '{function}', FunctionUrl: 'https://{id}.lambda-url.{region}.on.aws/' },
  },
  'AWS::Lambda::Version': {
    ref: '{function}:1',
    attributes: { Version: '1', FunctionArn: '{function}:1' },
  },
  'AWS::Logs::LogGroup': { name: 'LogGroupName', attributes: { Arn: arn('logs', 'log-group:{name}:*') } },
  'AWS::Route53::HostedZone': { id: 13, idPrefix: 'Z', attributes: { Id: '{id}' } },
  'AWS::S3::Bucket': {
    name: 'BucketName',
    attributes: {
      Arn: 'arn:{partition}:s3:::{name}',
      DomainName: '{name}.s3.{suffix}',
      RegionalDomainName: '{name}.s3.{region}.{suffix}',
      DualStackDomainName: '{name}.s3.dualstack.{region}.{suffix}',
      WebsiteURL: 'http://{name}.s3-website-{region}.{suffix}',
    },
  },
  'AWS::SecretsManager::Secret': { ref: arn('secretsmanager', 'secret:{name}'), attributes: { Id: '{name}' } },
  'AWS::ServiceDiscovery::Service': {
    id: 16,
    idPrefix: 'srv-',
    attributes: { Arn: arn('servicediscovery', 'service/{id}'), Id: '{id}', Name: '{name}' },
  },
  'AWS::SNS::Topic': {
    name: 'TopicName',
    ref: arn('sns', '{name}'),
    attributes: { TopicArn: arn('sns', '{name}'), TopicName: '{name}' },
  },
  'AWS::SQS::Queue': {
    name: 'QueueName',
    ref: 'https://sqs.{region}.{suffix}/{account}/{name}',
    attributes: {
      Arn: arn('sqs', '{name}'),
      QueueName: '{name}',
      QueueUrl: 'https://sqs.{region}.{suffix}/{account}/{name}',
    },
  },
  'AWS::SSM::Parameter': { attributes: { Type: '{Type}', Value: '{Value}' } },
  'AWS::StepFunctions::StateMachine': {
    name: 'StateMachineName',
    ref: STATE_MACHINE,
    attributes: { Arn: STATE_MACHINE, Name: '{name}' },
  },
  'AWS::WAFv2::IPSet': {
    id: 10,
    ref: '{name}|{id}|{Scope}',
    attributes: { Arn: arn('wafv2', 'regional/ipset/{name}/{id}'), Id: '{id}' },
  },
  'AWS::WAFv2::WebACL': {
    id: 10,
    ref: '{name}|{id}|{Scope}',
    attributes: { Arn: arn('wafv2', 'regional/webacl/{name}/{id}'), Id: '{id}' },
  },
}
