export function openapi(){return ""}
