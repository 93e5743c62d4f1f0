import { claimsToBackend } from './claims-to-backend'
import { corsPreflight } from './cors-preflight'
import { dynamodbItems } from './dynamodb-items'
import { dynamodbPutItem } from './dynamodb-put-item'
import { dynamodbQuery } from './dynamodb-query'
import { eventbridgePutEvents } from './eventbridge-put-events'
import { formToJson } from './form-to-json'
import { functionError } from './function-error'
import { guideError } from './guide-error'
import { guideOrder } from './guide-order'
import { kinesisPutRecord } from './kinesis-put-record'
import type { LibraryTemplate } from './library-template'
import { loopWithCommas } from './loop-with-commas'
import { passEverything } from './pass-everything'
import { renameAndNest } from './rename-and-nest'
import { s3PutObject } from './s3-put-object'
import { snsPublish } from './sns-publish'
import { sqsSendMessage } from './sqs-send-message'
import { sqsSendMessageJson } from './sqs-send-message-json'
import { statusOverride } from './status-override'
import { stepFunctionsStart } from './step-functions-start'

/** Every template that comes with the program, group by group. */
export const TEMPLATE_LIBRARY: readonly LibraryTemplate[] = [
  guideOrder,
  guideError,
  renameAndNest,
  loopWithCommas,
  formToJson,
  passEverything,
  claimsToBackend,
  sqsSendMessage,
  sqsSendMessageJson,
  snsPublish,
  dynamodbPutItem,
  dynamodbQuery,
  dynamodbItems,
  kinesisPutRecord,
  s3PutObject,
  stepFunctionsStart,
  eventbridgePutEvents,
  functionError,
  corsPreflight,
  statusOverride,
]
