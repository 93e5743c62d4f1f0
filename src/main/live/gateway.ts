import type { GatewayState, ServedApi, TracedRequest } from '@shared/contract/gateway'
import { GatewrightError } from '@shared/contract/errors'
import type { Design } from '@shared/design/design'
import type { Gateway, GatewayOptions } from '../service/ports'
