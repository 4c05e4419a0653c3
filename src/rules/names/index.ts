// Names the law has a rule for: hosts of portals, user names, the parts of a Vietnamese name. Pure.
export { checkDomain, type DomainRequest, isReservedHost, suggestDomains } from './domains.ts';
export { type NameParts, vietnameseNameParts } from './people.ts';
export {
  checkUsername,
  maxUsernameLength,
  type NameCheck,
  type NameRefusalCode,
  suggestUsername,
  type UsernameRequest,
} from './usernames.ts';
