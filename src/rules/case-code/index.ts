// Receipt codes of cases: spoken, copied by hand, typed on a phone. Pure.
export { CASE_CODE_BYTES, makeCode, readCode } from './code.ts';
