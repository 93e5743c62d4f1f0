import { plainAnswer } from './gateway-answer'

/** To whoever names no API, stage or domain that is here. Source: rest-api.md 2.1, observed. */
export const FORBIDDEN = plainAnswer(403, 'Forbidden', 'ForbiddenException')
