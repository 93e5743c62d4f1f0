import type { Authorizer } from '../design/authorizer'
import { definitionOf } from '../design/definition-of'
import type { RestApi, RestApiDefinition } from '../design/rest-api'
import { between, exactly } from './answers'
import { AUTHORIZER_CALLS, AUTHORIZER_HITS, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { LESSON_STAGE } from './lesson-api'
import { AUTHORIZED, tokenAuthorizer } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { CANARY } from './sources'

const TITLE = 'A canary draws each time'
const ROUTE = 'GET /orders'
const USERS = 100
const { session } = tokenAuthorizer(300)

/** The API as it stands in the end: with the authorizer of the new version. */
function newVersion(): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { [ROUTE]: { method: { ...AUTHORIZED, authorizerId: 'session-v2' } } },
      authorizers: { 'session-v2': session },
    },
    {
      durationInSeconds: 60,
      sources: [
        {
          name: 'users',
          shape: { type: 'CONSTANT', ratePerSecond: 100 },
          routes: { [ROUTE]: 1 },
          identities: { count: USERS, distribution: 'UNIFORM' },
        },
      ],
    },
  )
}

/** The same, while a tenth of the calls go to it and the rest to the version before. */
function asCanary({ design, scenario }: LessonRun): LessonRun {
  const apis = design.apis.map((api) => (api.protocolType === 'REST' ? withCanary(api) : api))
  return { design: { ...design, apis }, scenario }
}

function withCanary(api: RestApi): RestApi {
  const [deployed] = api.deployments
  const before = { id: 'before', createdDate: '2026-01-01T00:00:00Z', definition: versionBefore(api, session) }
  const canarySettings = { percentTraffic: 10, ...(deployed && { deploymentId: deployed.id }) }
  const stage = { ...api.stages[LESSON_STAGE]!, deploymentId: before.id, canarySettings }
  return { ...api, stages: { [LESSON_STAGE]: stage }, deployments: [...api.deployments, before] }
}

function versionBefore(api: RestApi, authorizer: Authorizer): RestApiDefinition {
  const { GET: method } = api.resources['/orders']!.methods
  return {
    ...definitionOf(api),
    resources: { '/orders': { methods: { GET: { ...method!, authorizerId: 'session' } } } },
    authorizers: { session: authorizer },
  }
}

export const aCanaryDrawsEachTime: Lesson = {
  id: 'a-canary-draws-each-time',
  title: TITLE,
  topic: 'Releases',
  misconception: 'A canary of 10 % is seen by a tenth of the users.',
  setting:
    'A canary takes 10 % of the calls. The new version asks an authorizer of its own; both keep their results for 300 seconds. 100 users ' +
    'send 6,000 calls in a minute. A user who only ever meets one version needs one call of one function.',
  question: 'How often are the two functions called, taken together?',
  answers: [
    between('one-each', [95, 108], 'About 100 times', 'each user sees one version'),
    between('tenth', [109, 130], 'About 110 times', 'a tenth sees both'),
    between('both', [180, 215], 'About 200 times', 'nearly every user meets both'),
    exactly('calls', 6000, '6,000 times', 'a canary keeps no results'),
  ],
  run: asCanary(newVersion()),
  figure: AUTHORIZER_CALLS,
  moreFigures: [figure('Calls to the canary', 'calls', ({ canary }) => canary?.requests ?? 0), AUTHORIZER_HITS],
  chart: 'AUTHORIZER',
  reason:
    'Each request is drawn by itself; nobody belongs to the canary. Of 60 calls of a user about six go to the new version, so nearly ' +
    'everybody meets both, in turn. Whatever the new version breaks, it breaks for all users a little, not for a tenth of them ' +
    'wholly: watch the metrics of the canary, and keep both versions compatible.',
  source: CANARY,
  cure: {
    action: 'Promote the canary',
    text: 'With one version for everybody, each user is looked up once.',
    run: newVersion(),
  },
}
