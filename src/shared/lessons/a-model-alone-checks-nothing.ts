import { between, exactly } from './answers'
import { BACKEND_CALLS, figure, OFFERED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { VALIDATION } from './sources'

const TITLE = 'A model checks nothing'
const ROUTE = 'POST /orders'

function runWith(hasValidator: boolean): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: {
        [ROUTE]: {
          method: {
            requestModels: { 'application/json': 'Order' },
            ...(hasValidator && { requestValidatorId: 'body' }),
          },
        },
      },
      models: {
        Order: {
          contentType: 'application/json',
          schema: {
            type: 'object',
            required: ['item', 'quantity'],
            properties: { item: { type: 'string' }, quantity: { type: 'integer', minimum: 1, maximum: 100 } },
          },
        },
      },
      requestValidators: { body: { validateRequestBody: true, validateRequestParameters: false } },
    },
    {
      durationInSeconds: 60,
      sources: [
        {
          name: 'clients',
          shape: { type: 'CONSTANT', ratePerSecond: 20 },
          routes: { [ROUTE]: 1 },
          invalidBodies: 0.3,
        },
      ],
    },
  )
}

export const aModelAloneChecksNothing: Lesson = {
  id: 'a-model-alone-checks-nothing',
  title: TITLE,
  topic: 'Backends',
  misconception: 'A model on the method keeps broken bodies away from the backend.',
  setting:
    'POST /orders has a model for its body. A request validator exists in the API, and the method does not name it. 1,200 calls come ' +
    'in a minute; 30 % of their bodies do not fit the model.',
  question: 'How many calls reach the backend?',
  answers: [
    between('broken', [300, 420], 'About 360', 'the broken ones are looked at'),
    between('valid', [780, 900], 'About 840', 'those that fit'),
    exactly('all', 1200, 'All 1,200', 'nothing is checked'),
  ],
  run: runWith(false),
  figure: BACKEND_CALLS,
  moreFigures: [figure('Answered with 400', 'calls', ({ totals }) => totals.rejected), OFFERED],
  reason:
    'A model only describes. It is the request validator of the method that checks, and without one every body goes through. With it, ' +
    'the gateway answers 400 by itself and the backend is spared the call.',
  source: VALIDATION,
  cure: {
    action: 'Give the method its validator',
    text: 'Three in ten calls end at the gateway: no function runs, no capacity is taken.',
    run: runWith(true),
  },
}
