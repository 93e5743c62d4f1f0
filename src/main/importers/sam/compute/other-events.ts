import type { TemplateResource } from '../../template/template'
import { withoutAbsent } from '../../without-absent'
import { ownMember } from '../mutable-json'
import { addMade, type SamContext } from '../sam-context'
import type { SamEvent } from '../sam-events'
import { roleFor } from './expand-function'

const RULE = 'AWS::Events::Rule'
const MAPPING = 'AWS::Lambda::EventSourceMapping'

/** What SAM makes of an event under the name of its function and its own. Source: SAM Developer Guide, "EventSource". */
const MADE: ReadonlyMap<string, string> = new Map([
  ['CloudWatchEvent', RULE],
  ['CloudWatchLogs', 'AWS::Logs::SubscriptionFilter'],
  ['DocumentDB', MAPPING],
  ['DynamoDB', MAPPING],
  ['EventBridgeRule', RULE],
  ['IoTRule', 'AWS::IoT::TopicRule'],
  ['Kinesis', MAPPING],
  ['MQ', MAPPING],
  ['MSK', MAPPING],
  ['SNS', 'AWS::SNS::Subscription'],
  ['SQS', MAPPING],
  ['Schedule', RULE],
  ['ScheduleV2', 'AWS::Scheduler::Schedule'],
  ['SelfManagedKafka', MAPPING],
])

/**
 * Counts the events that are about something else than an API, and makes what other resources may refer to: their names only, for nothing of
 * them is part of an API.
 */
export function addOtherEvents(
  context: SamContext,
  owner: TemplateResource,
  events: readonly SamEvent[],
  apiTypes: readonly string[],
): void {
  for (const event of events) {
    if (apiTypes.includes(event.type)) continue
    const { pointer, properties } = event
    context.findings.tally('import/event-not-carried', event.type, pointer)
    const logicalId = owner.logicalId + event.name
    const type = MADE.get(event.type)
    const name = ownMember(properties, 'Name') ?? ownMember(properties, 'RuleName')
    if (type !== undefined) addMade(context, { logicalId, type, properties: withoutAbsent({ Name: name }), pointer })
    addMade(context, {
      logicalId: `${logicalId}Permission`,
      type: 'AWS::Lambda::Permission',
      properties: { Principal: 'events.amazonaws.com' },
      pointer,
    })
    const role = roleFor('events.amazonaws.com')
    addMade(context, { logicalId: `${logicalId}Role`, type: 'AWS::IAM::Role', properties: role, pointer })
  }
}
