// First thing in the body, from a file because the content security policy allows no inline script: tells the style sheet that
// scripts run, before anything is painted.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');
