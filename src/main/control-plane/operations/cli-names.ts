import { operationsOf } from './all-operations'
import type { Member, Operation, ServiceName } from './operation'

/** "authorizerResultTtlInSeconds" -> "authorizer-result-ttl-in-seconds", "providerARNs" -> "provider-arns". */
export function cliName(name: string): string {
  return name
    .replaceAll('ARNs', 'Arns')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
}

/** Options that the command line calls otherwise, because it has one of that name itself. Source: aws-cli, argrename. */
const RENAMED_OPTIONS: Readonly<Record<string, string>> = {
  'CreateRestApi version': 'api-version',
  'CreateApi Version': 'api-version',
  'UpdateApi Version': 'api-version',
}

/** "CreateRestApi", its member name -> "--name". */
export function optionOf(operation: Operation, member: Member): string {
  return `--${RENAMED_OPTIONS[`${operation.name} ${member.clientName}`] ?? cliName(member.clientName)}`
}

const known = new Map<ServiceName, ReadonlyMap<string, Operation>>()

/** Every operation of a service by its command, as in "create-rest-api". */
export function commandsOf(service: ServiceName): ReadonlyMap<string, Operation> {
  const before = known.get(service)
  if (before !== undefined) return before
  const commands = new Map([...operationsOf(service).values()].map((operation) => [cliName(operation.name), operation]))
  known.set(service, commands)
  return commands
}
