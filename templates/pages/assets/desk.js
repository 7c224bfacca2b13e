// Spares editors clicks; everything also goes by the buttons on the page. Keys never act while somebody types, with Ctrl,
// Alt or Command held, or when they are switched off; they move the real focus, so that screen readers follow.
(function () {
  "use strict";
  var SWITCH = "desk-keys";
  var keysAreOn = function () {
    try { return localStorage.getItem(SWITCH) !== "off"; } catch (forbidden) { return true; }
  };
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var cards = function () { return all("[data-card]"); };
  var card = function () { return document.activeElement && document.activeElement.closest("[data-card]"); };
  var handle = function (one) { return one.querySelector("[data-title]"); };

  function move(step) {
    var list = cards();
    var at = list.indexOf(card());
    var next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : at + step];
    if (next) {
      handle(next).focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
  }

  function press(name, within) {
    var button = within && within.querySelector("[data-key=" + name + "]");
    if (button) { button.click(); }
    return Boolean(button);
  }

  function choose() {
    var box = card() && card().querySelector("input[type=checkbox]");
    if (box) { box.click(); }
  }

  function showHelp() {
    var help = document.getElementById("keys");
    if (help) {
      help.open = !help.open;
      help.querySelector("summary").focus();
    }
  }

  var actions = {
    j: function () { move(1); },
    k: function () { move(-1); },
    o: function () { if (card()) { handle(card()).click(); } },
    e: function () { press("edit", card() || document); },
    x: choose,
    i: function () { press("put", card()); },
    d: function () { press("omit", card() || (cards().length ? null : document)); },
    u: function () { if (!press("undo", card())) { press("undo", document); } },
    "/": function () {
      var search = document.querySelector("[data-search]");
      if (search) { search.focus(); search.select(); }
    },
    "?": showHelp
  };

  function isTyping(target) {
    return target.isContentEditable || Boolean(target.closest("input:not([type=checkbox]), textarea, select, [role]"));
  }

  document.addEventListener("keydown", function (event) {
    var action = Object.prototype.hasOwnProperty.call(actions, event.key) && actions[event.key];
    if (!action || event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey
        || isTyping(event.target) || !document.getElementById("keys") || !(keysAreOn() || event.key === "?")) {
      return;
    }
    event.preventDefault();
    action();
  });

  // The help is of use only where this script runs.
  all("#keys").forEach(function (help) {
    help.hidden = false;
    var box = help.querySelector("input[type=checkbox]");
    box.checked = keysAreOn();
    box.addEventListener("change", function () {
      try { localStorage.setItem(SWITCH, box.checked ? "on" : "off"); } catch (forbidden) { /* counts for this page */ }
    });
  });

  // How many are chosen, and all at once.
  function count() {
    all("[data-chosen]").forEach(function (place) {
      place.textContent = String(all("[data-card] input[type=checkbox]:checked").length);
    });
  }
  document.addEventListener("change", count);
  all("[data-choose-all]").forEach(function (box) {
    box.closest("label").hidden = false;
    box.addEventListener("change", function () {
      all("[data-card] input[type=checkbox]").forEach(function (one) { one.checked = box.checked; });
      count();
    });
  });

  // How much of an excerpt is left.
  all("[data-count]").forEach(function (field) {
    var place = document.getElementById(field.getAttribute("data-count"));
    var letters = window.Intl && Intl.Segmenter ? new Intl.Segmenter() : null;
    var tell = function () {
      var length = letters ? Array.from(letters.segment(field.value)).length : Array.from(field.value).length;
      place.textContent = String(length);
      place.classList.toggle("problem", length > Number(field.getAttribute("data-limit") || Infinity));
    };
    field.addEventListener("input", tell);
    tell();
  });

  // A piece of a page that was exchanged keeps the focus; where exchanging fails, the whole page is asked for.
  document.addEventListener("htmx:afterSwap", function (event) {
    var one = event.detail.elt && event.detail.elt.closest("[data-card]");
    if (one && !one.contains(document.activeElement)) { handle(one).focus({ preventScroll: true }); }
    count();
  });
  ["htmx:responseError", "htmx:sendError"].forEach(function (failure) {
    document.addEventListener(failure, function (event) {
      var form = event.detail.elt && event.detail.elt.closest("form");
      if (form) { form.submit(); }
    });
  });
  count();
})();
