import { idFrom } from '@shared/design/id-from'

/** Where the made-up answer of another service takes its ids from. */
export interface AccountPlace {
  readonly region: string
  readonly accountId: string
}

type Answer = (option: (name: string) => string | undefined, place: AccountPlace) => unknown

/** Answers of commands of other services, as far as scripts read them. Names and ARNs follow from what the command says. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'sts get-caller-identity': (_option, { accountId }) => ({
    UserId: 'AIDAEXAMPLE',
    Account: accountId,
    Arn: `arn:aws:iam::${accountId}:user/example`,
  }),
  'lambda create-function': (option, place) => configuration(option('function-name'), place),
  'lambda get-function-configuration': (option, place) => configuration(option('function-name'), place),
  'lambda update-function-code': (option, place) => configuration(option('function-name'), place),
  'lambda update-function-configuration': (option, place) => configuration(option('function-name'), place),
  'lambda publish-version': (option, place) => ({ ...configuration(option('function-name'), place), Version: '1' }),
  'lambda get-function': (option, place) => ({ Configuration: configuration(option('function-name'), place) }),
  'lambda add-permission': (option) => ({ Statement: JSON.stringify({ Sid: option('statement-id') }) }),
  'iam create-role': (option, place) => ({ Role: role(option('role-name'), place) }),
  'iam get-role': (option, place) => ({ Role: role(option('role-name'), place) }),
  'iam create-policy': (option, { accountId }) => ({
    Policy: { PolicyName: option('policy-name'), Arn: `arn:aws:iam::${accountId}:policy/${option('policy-name')}` },
  }),
  'cognito-idp create-user-pool': (option, place) => ({ UserPool: userPool(option('pool-name'), place) }),
  'cognito-idp describe-user-pool': (option, place) => ({
    UserPool: { ...userPool('pool', place), Id: option('user-pool-id') },
  }),
  'cognito-idp create-user-pool-client': (option) => ({
    UserPoolClient: { ClientId: idFrom(`client ${option('client-name')}`, 26), ClientName: option('client-name') },
  }),
  'dynamodb create-table': (option, place) => ({
    TableDescription: {
      TableName: option('table-name'),
      TableArn: arn('dynamodb', place, `table/${option('table-name')}`),
    },
  }),
  'sqs create-queue': (option, { region, accountId }) => ({
    QueueUrl: `https://sqs.${region}.amazonaws.com/${accountId}/${option('queue-name')}`,
  }),
  'sns create-topic': (option, place) => ({ TopicArn: arn('sns', place, option('name') ?? 'topic') }),
  'logs create-log-group': () => ({}),
  'logs describe-log-groups': (option, place) => ({
    logGroups: [
      {
        logGroupName: option('log-group-name-prefix'),
        arn: arn('logs', place, `log-group:${option('log-group-name-prefix')}:*`),
      },
    ],
  }),
  'acm request-certificate': (option, place) => ({
    CertificateArn: arn('acm', place, `certificate/${idFrom(`certificate ${option('domain-name')}`, 12)}`),
  }),
}

/** What the command is taken to answer; undefined when nothing is known of it. */
export function madeUpAnswer(
  command: string,
  option: (name: string) => string | undefined,
  place: AccountPlace,
): unknown {
  return Object.hasOwn(ANSWERS, command) ? ANSWERS[command]?.(option, place) : undefined
}

function arn(service: string, { region, accountId }: AccountPlace, resource: string): string {
  return `arn:aws:${service}:${region}:${accountId}:${resource}`
}

function configuration(name = 'function', place: AccountPlace) {
  const isArn = name.startsWith('arn:')
  return {
    FunctionName: isArn ? name.split(':')[6] : name,
    FunctionArn: isArn ? name : arn('lambda', place, `function:${name}`),
  }
}

function role(name = 'role', { accountId }: AccountPlace) {
  return { RoleName: name, Arn: `arn:aws:iam::${accountId}:role/${name}` }
}

function userPool(name = 'pool', place: AccountPlace) {
  const id = `${place.region}_${idFrom(`user pool ${name}`, 9)}`
  return { Id: id, Name: name, Arn: arn('cognito-idp', place, `userpool/${id}`) }
}
