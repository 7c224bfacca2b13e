// Makes ordering and writing an edition smoother; every step of it is one of the page's own forms, which go without too.
(function () {
  "use strict";
  var PAUSE = 600;
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var byId = function (id) { return document.getElementById(id); };

  // ---- Ordering: what a button or a drop does is sent as its form is, and the sections are exchanged for the new ones.

  function titleOf(item) { return item.querySelector("h3").textContent.trim(); }

  function announce(text) {
    var place = byId("placed");
    place.textContent = "";
    window.setTimeout(function () { place.textContent = text; }, 50);
  }

  function tellPlace(id, title, words) {
    var item = byId(id);
    if (!item) {
      announce(words.removed.replace("%title%", title));
      return;
    }
    var list = item.closest("[data-section]");
    var place = Number(list.dataset.skipped) + Array.prototype.indexOf.call(list.children, item) + 1;
    announce(words.placed.replace("%title%", title).replace("%place%", place).replace("%count%", list.dataset.size)
      .replace("%section%", list.closest("section").querySelector("h2").textContent.trim()));
  }

  function exchange(html) {
    var fresh = new DOMParser().parseFromString(html, "text/html");
    ["parts", "sizes", "journal-part"].forEach(function (id) {
      var now = byId(id);
      var then = fresh.getElementById(id);
      // Sizes of a large edition are measured when somebody asks, not at every move.
      if (now && then && !then.hasAttribute("hx-get")) { now.replaceWith(document.importNode(then, true)); }
    });
    prepare();
  }

  function send(form, fields, focusId, itemId, title) {
    var parts = byId("parts");
    var words = { placed: parts.dataset.placed, removed: parts.dataset.removed };
    parts.setAttribute("aria-busy", "true");
    window.fetch(form.action, { method: "POST", body: new URLSearchParams(fields), credentials: "same-origin" })
      .then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.text();
      })
      .then(function (html) {
        exchange(html);
        var item = byId(itemId);
        var button = byId(focusId) || (item && item.querySelector("button"));
        if (button) { button.focus(); }
        if (item) { item.scrollIntoView({ block: "nearest" }); }
        tellPlace(itemId, title, words);
      })
      .catch(function () { form.submit(); });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    var item = form.closest("#parts[data-order] [data-item]");
    if (!item || !/\/items$/.test(form.getAttribute("action")) || event.defaultPrevented) { return; }
    event.preventDefault();
    var button = form.querySelector("button");
    send(form, new FormData(form), button.id, item.id, titleOf(item));
  });

  // ---- Dragging: an extra beside the buttons.

  var dragged = null;
  var home = null;

  function end() {
    var item = dragged;
    dragged = null;
    if (item) { item.classList.remove("dragged"); }
    return item;
  }

  // Let go where nothing can lie, or given up with Escape.
  function putBack() {
    var item = end();
    if (item) { home.list.insertBefore(item, home.next); }
  }

  function drop() {
    var item = end();
    var list = item.parentElement;
    var place = Number(list.dataset.skipped) + Array.prototype.indexOf.call(list.children, item);
    if (item.dataset.from === list.dataset.section + "/" + place) { return; }
    var form = item.querySelector("form[action$='/items']");
    var fields = new FormData(form);
    fields.set("act", "to");
    fields.set("section", list.dataset.section);
    fields.set("position", String(place));
    all("input[name=act], input[name=section]", form).forEach(function (field) { field.value = fields.get(field.name); });
    var position = document.createElement("input");
    position.type = "hidden";
    position.name = "position";
    position.value = String(place);
    form.appendChild(position);
    send(form, fields, "", item.id, titleOf(item));
  }

  function prepare() {
    var parts = byId("parts");
    if (!parts || !parts.hasAttribute("data-order")) { return; }
    all("[data-item]", parts).forEach(function (item) {
      var grip = document.createElement("span");
      grip.className = "grip";
      grip.draggable = true;
      grip.title = parts.dataset.drag;
      grip.setAttribute("aria-hidden", "true");
      grip.textContent = "\u2807\u2807";
      grip.addEventListener("dragstart", function (event) {
        dragged = item;
        var list = item.parentElement;
        home = { list: list, next: item.nextSibling };
        item.dataset.from = list.dataset.section + "/"
          + (Number(list.dataset.skipped) + Array.prototype.indexOf.call(list.children, item));
        item.classList.add("dragged");
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", titleOf(item));
        event.dataTransfer.setDragImage(item, 8, 8);
      });
      grip.addEventListener("dragend", putBack);
      item.insertBefore(grip, item.firstChild);
    });
  }

  document.addEventListener("dragover", function (event) {
    var list = dragged && event.target.closest && event.target.closest("[data-section]");
    if (!list) { return; }
    event.preventDefault();
    var over = event.target.closest("[data-item]");
    if (!over) { return; }
    var box = over.getBoundingClientRect();
    var after = event.clientY > box.top + box.height / 2;
    if (over !== dragged) { list.insertBefore(dragged, after ? over.nextSibling : over); }
  });
  document.addEventListener("drop", function (event) {
    if (dragged) {
      event.preventDefault();
      drop();
    }
  });

  // ---- What is typed is shown as readers get it, at each pause, in a frame that can do nothing. One request at a time.

  function watch(form) {
    var timer = 0;
    var busy = false;
    var again = false;
    var shown = null;

    function freshFrame() {
      var frame = document.createElement("iframe");
      frame.className = "preview mail phone live";
      frame.setAttribute("sandbox", "");
      frame.name = "live-" + Date.now();
      frame.title = form.dataset.liveTitle;
      frame.hidden = true;
      form.appendChild(frame);
      return frame;
    }

    function look() {
      if (busy) { again = true; return; }
      busy = true;
      var frame = freshFrame();
      frame.addEventListener("load", function () {
        frame.hidden = false;
        if (shown) { shown.remove(); }
        shown = frame;
        busy = false;
        if (again) { again = false; look(); }
      });
      var action = form.getAttribute("action");
      form.setAttribute("action", form.dataset.live);
      form.target = frame.name;
      form.submit();
      form.setAttribute("action", action);
      form.removeAttribute("target");
    }

    form.addEventListener("input", function () {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, PAUSE);
    });
  }

  // A page of hundreds of items has as many forms: each is watched from when somebody is about to type in it.
  document.addEventListener("focusin", function (event) {
    var form = event.target.closest && event.target.closest("form[data-live]");
    if (form && !form.dataset.watched) {
      form.dataset.watched = "yes";
      watch(form);
    }
  });
  prepare();
})();
