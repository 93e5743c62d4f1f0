import type { LocalServiceName } from '@shared/contract/services'
import { createAppConfig } from './appconfig/appconfig'
import { createDynamoDb } from './dynamodb/dynamodb'
import { createEvents } from './events/events'
import { createKinesis } from './kinesis/kinesis'
import type { LocalService } from './local-service'
import { SYSTEM_RANDOM, type RandomBytes } from './random'
import { createS3 } from './s3/s3'
import { ServiceRecords } from './service-records'
import { createSns } from './sns/sns'
import { createSqs } from './sqs/sqs'
import { createStates } from './states/states'

/** What plays AWS services while a gateway runs. */
export interface LocalServices {
  /** By the name that stands in URIs. */
  readonly byName: Readonly<Record<LocalServiceName, LocalService>>
  readonly records: ServiceRecords
  readonly random: RandomBytes
}

/** Empty ones: queues, tables and executions begin anew. `folder`: the project's, for S3. */
export function createLocalServices(folder: string, random: RandomBytes = SYSTEM_RANDOM): LocalServices {
  return {
    byName: {
      appconfig: createAppConfig(),
      dynamodb: createDynamoDb(),
      events: createEvents(),
      kinesis: createKinesis(),
      s3: createS3(folder, random),
      sns: createSns(),
      sqs: createSqs(),
      states: createStates(),
    },
    records: new ServiceRecords(),
    random,
  }
}
