import type { TemplateResource } from '../../template/template'
import { withoutAbsent } from '../../without-absent'
import type { ApiEvent } from '../api-event'
import { getAtt, sub } from '../intrinsics'
import { ownMember } from '../mutable-json'
import type { RestTarget } from '../rest/rest-event'
import { addMade, type SamContext } from '../sam-context'
import { tagList } from '../tags'
import { roleFor } from './expand-function'

/** Makes the state machine of an AWS::Serverless::StateMachine, and its role. Source: SAM Developer Guide, "AWS::Serverless::StateMachine". */
export function expandStateMachine(context: SamContext, resource: TemplateResource): void {
  const { logicalId, pointer, properties } = resource
  context.made.push({
    logicalId,
    type: 'AWS::StepFunctions::StateMachine',
    writtenType: resource.type,
    properties: withoutAbsent({
      StateMachineName: ownMember(properties, 'Name'),
      StateMachineType: ownMember(properties, 'Type'),
      DefinitionString: definitionOf(properties['Definition']),
      DefinitionSubstitutions: ownMember(properties, 'DefinitionSubstitutions'),
      RoleArn: ownMember(properties, 'Role') ?? getAtt(`${logicalId}Role`, 'Arn'),
      LoggingConfiguration: ownMember(properties, 'Logging'),
      TracingConfiguration: ownMember(properties, 'Tracing'),
      Tags: tagList(ownMember(properties, 'Tags')),
    }),
    ...(resource.metadata && { metadata: resource.metadata }),
    dependsOn: resource.dependsOn,
    pointer,
  })
  context.pointers.moved(`${pointer}/Properties/StateMachineName`, `${pointer}/Properties/Name`)
  if (ownMember(properties, 'Role') !== undefined) return
  addMade(context, {
    logicalId: `${logicalId}Role`,
    type: 'AWS::IAM::Role',
    properties: roleFor('states.amazonaws.com'),
    pointer,
  })
}

function definitionOf(definition: unknown): unknown {
  return definition === undefined || definition === null ? undefined : definition
}

/** What an Api event of a state machine puts behind its route: `StartExecution` with the request's body as input. */
export function stateMachineTarget(context: SamContext, event: ApiEvent): RestTarget {
  const role = `${event.owner.logicalId}${event.name}Role`
  addMade(context, {
    logicalId: role,
    type: 'AWS::IAM::Role',
    properties: roleFor('apigateway.amazonaws.com'),
    pointer: event.pointer,
  })
  return {
    integration: {
      type: 'aws',
      httpMethod: 'POST',
      uri: `arn:${context.stack.partition}:apigateway:${context.stack.region}:states:action/StartExecution`,
      responses: { '200': { statusCode: '200' }, '400': { statusCode: '400' } },
      credentials: getAtt(role, 'Arn'),
      requestTemplates: { 'application/json': sub(requestTemplate(event)) },
    },
    responses: { '200': {}, '400': {} },
  }
}

/** JavaScript's escapes hold one that JSON does not, \', which `UnescapeMappingTemplate` takes out again. */
function requestTemplate(event: ApiEvent): string {
  const escaped = "$util.escapeJavaScript($input.json('$'))"
  const isUnescaped = ownMember(event.properties, 'UnescapeMappingTemplate') === true
  const input = isUnescaped ? `${escaped}.replaceAll("\\\\'","'")` : escaped
  return `{"input": "${input}", "stateMachineArn": "\${${event.owner.logicalId}}"}`
}
